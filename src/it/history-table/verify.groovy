new io.github.schemacompat.it.HistoryTableProject(basedir).verify()
