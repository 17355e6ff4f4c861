new io.github.schemacompat.it.StoryVerification(basedir).verify()
