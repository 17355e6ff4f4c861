package io.github.schemacompat.change;

import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.SchemaElement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that a statement did to the schema, with what was there before and after. */
public sealed interface SchemaChange {
    Origin origin();

    /** The object's path before the change; for what is new, after it. */
    ObjectPath path();

    record Created(Origin origin, ObjectPath path, SchemaElement after) implements SchemaChange {}

    /** @param cause path of the object whose drop took this one along, or null if it was named itself */
    record Dropped(
            Origin origin,
            ObjectPath path,
            SchemaElement before,
            @Nullable ObjectPath cause) implements SchemaChange {}

    record Altered(Origin origin, ObjectPath path, SchemaElement before, SchemaElement after) implements SchemaChange {}

    /** A new name or a new schema; what belongs to a table goes with it without changes of its own. */
    record Renamed(Origin origin, ObjectPath path, ObjectPath newPath, SchemaElement before, SchemaElement after)
            implements SchemaChange {}

    /**
     * Rows went from one table into another: INSERT … SELECT, SELECT INTO, CREATE TABLE AS, SWITCH.
     *
     * @param columns keys of the columns that were filled; empty for all
     */
    record RowsCopied(Origin origin, ObjectPath path, List<ObjectPath> from, List<String> columns)
            implements SchemaChange {
        public RowsCopied {
            from = List.copyOf(from);
            columns = List.copyOf(columns);
        }
    }

    /** TRUNCATE, also of a partition, and SWITCH TO, which moves all rows away. */
    record Truncated(Origin origin, ObjectPath path) implements SchemaChange {}

    /** DELETE or UPDATE; {@code setColumns} are column keys and empty for DELETE. */
    record RowsChanged(Origin origin, ObjectPath path, String verb, boolean filtered, List<String> setColumns)
            implements SchemaChange {
        public RowsChanged {
            setColumns = List.copyOf(setColumns);
        }
    }

    /**
     * A partition and its rows are gone.
     *
     * @param into the table that has its rows instead and gives its own for them, or null
     */
    record PartitionDropped(
            Origin origin,
            ObjectPath path,
            String partition,
            @Nullable ObjectPath into) implements SchemaChange {
        PartitionDropped(Origin origin, ObjectPath path, String partition) {
            this(origin, path, partition, null);
        }
    }

    /** A partition is a table of its own again, and its rows are no longer those of the table that it was a part of. */
    record PartitionDetached(Origin origin, ObjectPath path) implements SchemaChange {}

    /** GRANT, REVOKE or DENY on an object. */
    record PrivilegeChanged(Origin origin, ObjectPath path, String verb, List<String> privileges, List<String> grantees)
            implements SchemaChange {
        public PrivilegeChanged {
            privileges = List.copyOf(privileges);
            grantees = List.copyOf(grantees);
        }
    }

    /**
     * The numbering of a table goes on at another number: {@code AUTO_INCREMENT = n}, CHECKIDENT with RESEED, RESTART.
     *
     * @param value the number, or what the script says instead of one
     */
    record NumberingRestarted(Origin origin, ObjectPath path, String value) implements SchemaChange {}

    /**
     * A table of DB2 has to be reorganised before it takes most statements again, or was.
     *
     * @param needed false for REORG TABLE
     */
    record ReorgChanged(Origin origin, ObjectPath path, boolean needed) implements SchemaChange {}

    /** ROW LEVEL SECURITY switched on or off. */
    record RowSecurityChanged(Origin origin, ObjectPath path, boolean enabled) implements SchemaChange {}

    /**
     * A policy of a table is made, changed or dropped (PostgreSQL).
     *
     * @param path the table's
     * @param verb {@code create}, {@code alter} or {@code drop}
     * @param restrictive whether it hides rows that other policies let through
     * @param terms whom it is for and which rows it lets through, in normal form; empty where it is dropped
     */
    record RowPolicyChanged(
            Origin origin, ObjectPath path, String verb, String policy, boolean restrictive, String terms)
            implements SchemaChange {}

    /** A table takes no rows from now on (Oracle, HSQLDB), or takes some again. */
    record ReadOnlyChanged(Origin origin, ObjectPath path, boolean enabled) implements SchemaChange {}
}
