new io.github.schemacompat.it.GitProjects(basedir).prepare()
