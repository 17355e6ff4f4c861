new io.github.schemacompat.it.ReleaseStories(basedir).layOut()
