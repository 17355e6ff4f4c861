new io.github.schemacompat.it.Story(basedir, 'postgresql').layOutReleased().tag('v1.0').layOutNew()
