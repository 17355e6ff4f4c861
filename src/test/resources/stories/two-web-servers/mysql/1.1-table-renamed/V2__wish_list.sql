RENAME TABLE wishes TO wish_list; -- expect: table-renamed wishes
