DROP TABLE wishes; -- expect: table-dropped wishes
