new io.github.schemacompat.it.WithoutPomVerification(basedir).verify()
