package io.github.schemacompat.schema;

/** Anything of a schema that a change can make, alter, rename or drop. */
public sealed interface SchemaElement
        permits Table,
                Column,
                PrimaryKey,
                UniqueKey,
                ForeignKey,
                Check,
                Index,
                View,
                Routine,
                Trigger,
                Sequence,
                UserType,
                Synonym,
                NamespaceElement {
    ObjectKind kind();
}
