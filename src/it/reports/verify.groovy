new io.github.schemacompat.it.ReportsVerification(basedir).verify()
