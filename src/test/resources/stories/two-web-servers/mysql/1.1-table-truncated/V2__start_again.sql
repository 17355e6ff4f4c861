TRUNCATE TABLE wishes; -- expect: table-truncated wishes
