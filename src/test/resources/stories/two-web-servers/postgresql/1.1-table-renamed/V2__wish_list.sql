ALTER TABLE wishes RENAME TO wish_list; -- expect: table-renamed wishes
