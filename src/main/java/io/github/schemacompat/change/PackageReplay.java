package io.github.schemacompat.change;

import io.github.schemacompat.ddl.CreateMode;
import io.github.schemacompat.ddl.Operation.CreatePackage;
import io.github.schemacompat.ddl.Operation.CreateRoutine;
import io.github.schemacompat.ddl.Operation.DropPackageBody;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.Marks;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.Parameter;
import io.github.schemacompat.schema.Routine;
import io.github.schemacompat.sql.NormalForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Packages of Oracle. What a package holds besides procedures and functions is the routine of its own name, whose definition
 * has a part for the package and one for its body; each procedure and function that it shows is a routine within it.
 */
final class PackageReplay {
    private final Workspace workspace;
    private final Names names;
    private final Lookup lookup;
    private final Journal journal;
    private final Bodies bodies;
    private final Falling falling;
    private final Creation creation;

    PackageReplay(ReplayParts parts) {
        this.workspace = parts.workspace();
        this.names = parts.names();
        this.lookup = parts.lookup();
        this.journal = parts.journal();
        this.bodies = parts.bodies();
        this.falling = parts.falling();
        this.creation = new Creation(parts);
    }

    void create(CreatePackage operation) {
        String key = names.key(operation.name());
        Routine before = workspace.routine(key);
        if (operation.body()) {
            createBody(key, before, operation);
            return;
        }
        if (creation.refused(
                operation.span(), ObjectKind.ROUTINE, operation.name(), operation.mode(), before != null)) {
            return;
        }
        String own = NormalForm.hash(operation.definition());
        String definition = before == null ? own : own + bodyPart(before.definition());
        put(key, before, operation, definition);
        Map<String, CreateRoutine> shown = keyed(key, operation.members());
        for (String member : workspace.members(key)) {
            if (!shown.containsKey(member)) {
                falling.dropRoutine(member, operation.span(), false, null);
            }
        }
        shown.forEach((member, routine) -> show(member, routine));
    }

    private void put(String key, @Nullable Routine before, CreatePackage operation, String definition) {
        Routine made = new Routine(
                names.full(operation.name()),
                "package",
                List.of(),
                null,
                definition,
                new TreeSet<>(),
                before == null ? Marks.NONE : before.marks());
        workspace.put(key, made);
        creation.tell(operation.span(), ObjectPath.of(ObjectKind.ROUTINE, key), before, made);
    }

    /** What a body defines stays what a procedure is as long as the package says the same of it. */
    private void show(String key, CreateRoutine operation) {
        Routine before = workspace.routine(key);
        Routine made = routine(operation, before);
        boolean same = before != null
                && before.parameters().equals(made.parameters())
                && Objects.equals(before.returns(), made.returns());
        Routine after = same ? made.withDefinition(before.definition()) : made;
        workspace.put(key, after);
        creation.tell(operation.span(), ObjectPath.of(ObjectKind.ROUTINE, key), before, after);
    }

    private void createBody(String key, @Nullable Routine before, CreatePackage operation) {
        if (before == null) {
            lookup.missing(operation.span(), ObjectKind.ROUTINE, operation.name(), false);
            return;
        }
        boolean present = !bodyPart(before.definition()).isEmpty();
        if (present && operation.mode() == CreateMode.CREATE && !journal.hangsOnCondition()) {
            lookup.exists(operation.span(), ObjectKind.ROUTINE, operation.name());
            return;
        }
        Map<String, CreateRoutine> defined = keyed(key, operation.members());
        StringBuilder hidden = new StringBuilder(operation.definition());
        defined.forEach((member, routine) -> {
            String shown = shownAs(member, key, routine);
            if (shown == null) {
                hidden.append(' ').append(routine.name().name()).append(' ').append(routine.definition());
            } else {
                define(shown, routine);
            }
        });
        String definition = ownPart(before.definition()) + " " + NormalForm.hash(hidden.toString());
        put(key, before, operation, definition);
    }

    private void define(String key, CreateRoutine operation) {
        Routine before = workspace.routine(key);
        if (before == null) {
            return;
        }
        Routine after = before.withDefinition(NormalForm.hash(operation.definition()));
        workspace.put(key, after);
        bodies.note(key, operation, names.current());
        creation.tell(operation.span(), ObjectPath.of(ObjectKind.ROUTINE, key), before, after);
    }

    /** The key of the procedure that the package shows, or null for one that its body hides. */
    private @Nullable String shownAs(String member, String packageKey, CreateRoutine routine) {
        if (workspace.routine(member) != null) {
            return member;
        }
        List<String> overloads =
                workspace.overloads(packageKey + "." + names.key(routine.name().name()));
        return overloads.size() == 1 ? overloads.get(0) : null;
    }

    void dropBody(DropPackageBody operation) {
        String key = names.key(operation.name());
        Routine before = workspace.routine(key);
        if (before == null || bodyPart(before.definition()).isEmpty()) {
            lookup.missing(operation.span(), ObjectKind.ROUTINE, operation.name(), operation.ifExists());
            return;
        }
        Routine after = before.withDefinition(ownPart(before.definition()));
        workspace.put(key, after);
        journal.altered(operation.span(), ObjectPath.of(ObjectKind.ROUTINE, key), before, after);
    }

    private static String ownPart(String definition) {
        int blank = definition.indexOf(' ');
        return blank < 0 ? definition : definition.substring(0, blank);
    }

    private static String bodyPart(String definition) {
        int blank = definition.indexOf(' ');
        return blank < 0 ? "" : definition.substring(blank);
    }

    /** Those that share a name are told apart by the types of their parameters. */
    private Map<String, CreateRoutine> keyed(String packageKey, List<CreateRoutine> members) {
        Set<String> once = new TreeSet<>();
        Set<String> overloaded = new TreeSet<>();
        for (CreateRoutine member : members) {
            if (member.body() == null || !isDeclared(members, member)) {
                String name = names.key(member.name().name());
                if (!once.add(name)) {
                    overloaded.add(name);
                }
            }
        }
        Map<String, CreateRoutine> keyed = new LinkedHashMap<>();
        for (CreateRoutine member : members) {
            String name = packageKey + "." + names.key(member.name().name());
            List<ColumnType> types = new ArrayList<>();
            member.parameters().forEach(each -> types.add(each.type()));
            boolean several = overloaded.contains(names.key(member.name().name()));
            keyed.put(memberKey(name, Lookup.overloadKey(name, types), types, several), member);
        }
        return keyed;
    }

    /** A procedure keeps its key when others of its name come or go. */
    private String memberKey(String name, String withTypes, List<ColumnType> types, boolean several) {
        if (workspace.routine(withTypes) != null) {
            return withTypes;
        }
        Routine present = workspace.routine(name);
        boolean same = present != null
                && present.parameters().stream().map(Parameter::type).toList().equals(types);
        return several && !same ? withTypes : name;
    }

    /** Whether a body announces the procedure before it defines it. */
    private static boolean isDeclared(List<CreateRoutine> members, CreateRoutine defined) {
        return members.stream()
                .anyMatch(each -> each != defined
                        && each.body() == null
                        && each.name().equals(defined.name())
                        && each.parameters().equals(defined.parameters()));
    }

    private Routine routine(CreateRoutine operation, @Nullable Routine before) {
        List<Parameter> parameters = new ArrayList<>();
        operation
                .parameters()
                .forEach(each ->
                        parameters.add(new Parameter(each.name(), each.type(), each.hasDefault(), each.mode())));
        return new Routine(
                operation.name(),
                operation.routineKind(),
                parameters,
                operation.returns(),
                NormalForm.hash(operation.definition()),
                new TreeSet<>(),
                before == null ? Marks.NONE : before.marks());
    }
}
