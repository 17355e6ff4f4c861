TRUNCATE wishes; -- expect: table-truncated wishes
