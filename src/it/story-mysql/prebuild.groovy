new io.github.schemacompat.it.Story(basedir, 'mysql').layOutReleased().copyReleased().layOutNew()
