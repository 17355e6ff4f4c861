new io.github.schemacompat.it.ReactorVerification(basedir).verify()
