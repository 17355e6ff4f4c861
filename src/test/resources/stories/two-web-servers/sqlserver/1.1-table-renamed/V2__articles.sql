EXEC sp_rename 'dbo.Wishes', 'WishList'; -- expect: table-renamed dbo.Wishes
