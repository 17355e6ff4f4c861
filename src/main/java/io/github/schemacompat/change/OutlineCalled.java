package io.github.schemacompat.change;

/** A script calls a routine of which only the head was read: the replay has to read routines whole. */
final class OutlineCalled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutlineCalled() {
        super("a routine is called whose body was not read", null, false, false);
    }
}
