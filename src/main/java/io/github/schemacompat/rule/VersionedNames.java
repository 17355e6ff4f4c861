package io.github.schemacompat.rule;

import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Routine;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.schema.SchemaElement;
import io.github.schemacompat.schema.UserType;
import io.github.schemacompat.schema.View;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions in names: {@code spFind}, {@code spFind_2}, {@code spFind_3}. */
final class VersionedNames {
    private static final BigInteger FIRST = BigInteger.ONE;

    private final Pattern pattern;
    private final Collection<QualifiedName> names;

    /**
     * @param pattern with the groups {@code base} and {@code version}
     * @param names of all views or all routines there are or were
     */
    VersionedNames(Pattern pattern, Collection<QualifiedName> names) {
        this.pattern = pattern;
        this.names = names;
    }

    /** The names of everything of a kind that can have versions: views, routines and types. */
    static List<QualifiedName> of(ObjectKind kind, Schema schema) {
        return switch (kind) {
            case VIEW -> schema.views().values().stream().map(View::name).toList();
            case ROUTINE ->
                schema.routines().values().stream().map(Routine::name).toList();
            case TYPE -> schema.types().values().stream().map(UserType::name).toList();
            default -> List.of();
        };
    }

    /** The name of something that can have versions, or null. */
    static @Nullable QualifiedName of(@Nullable SchemaElement element) {
        if (element instanceof View view) {
            return view.name();
        }
        if (element instanceof Routine routine) {
            return routine.name();
        }
        return element instanceof UserType type ? type.name() : null;
    }

    /** A name taken apart. */
    private record Parts(QualifiedName base, String link, BigInteger version, int digits) {}

    private @Nullable Parts split(QualifiedName name) {
        Matcher matcher = pattern.matcher(name.name());
        if (!matcher.matches()) {
            return null;
        }
        String base = matcher.group("base");
        String version = matcher.group("version");
        if (base == null || version == null || !version.chars().allMatch(Character::isDigit) || version.isEmpty()) {
            return null;
        }
        int end = matcher.start("version");
        int link = matcher.end("base");
        return new Parts(
                name.withName(base),
                link <= end ? name.name().substring(link, end) : "_",
                new BigInteger(version),
                version.startsWith("0") ? version.length() : 0);
    }

    /** The name taken apart if it counts as versioned: its base or its predecessor exists. */
    private @Nullable Parts versioned(QualifiedName name) {
        Parts parts = split(name);
        if (parts == null) {
            return null;
        }
        boolean counts = exists(parts.base())
                || names.stream()
                        .map(this::split)
                        .filter(Objects::nonNull)
                        .anyMatch(other -> sameName(
                                        Objects.requireNonNull(other).base(), parts.base())
                                && other.version().equals(parts.version().subtract(BigInteger.ONE)));
        return counts ? parts : null;
    }

    private boolean exists(QualifiedName name) {
        return names.stream().anyMatch(known -> sameName(known, name));
    }

    private static boolean sameName(QualifiedName a, QualifiedName b) {
        return folded(a).equals(folded(b));
    }

    private static String folded(QualifiedName name) {
        return name.toString().toLowerCase(Locale.ROOT);
    }

    /** The next free name for a new definition, in the style of its siblings. */
    QualifiedName next(QualifiedName name) {
        Parts own = versioned(name);
        QualifiedName base = own == null ? name : own.base();
        Parts highest = own;
        for (QualifiedName known : names) {
            Parts parts = split(known);
            boolean sibling = parts != null && sameName(parts.base(), base);
            if (sibling && parts != null && (highest == null || parts.version().compareTo(highest.version()) > 0)) {
                highest = parts;
            }
        }
        if (highest == null) {
            return base.withName(base.name() + "_2");
        }
        String version =
                highest.version().add(BigInteger.ONE).max(BigInteger.TWO).toString();
        String padded = "0".repeat(Math.max(0, highest.digits() - version.length())) + version;
        return base.withName(base.name() + highest.link() + padded);
    }

    /**
     * The highest later version of a name, or null if it has none: then it is the current one, or has no versions.
     *
     * @param there the names that are still there
     */
    @Nullable
    QualifiedName successor(QualifiedName name, Collection<QualifiedName> there) {
        Parts own = split(name);
        BigInteger highest = BigInteger.ZERO;
        QualifiedName successor = null;
        for (QualifiedName known : there) {
            Parts parts = split(known);
            if (parts == null || parts.version().compareTo(highest) <= 0) {
                continue;
            }
            boolean ofName = sameName(parts.base(), name);
            boolean ofSibling = own != null
                    && sameName(parts.base(), own.base())
                    && parts.version().compareTo(own.version()) > 0;
            if ((ofName || ofSibling) && versioned(known) != null) {
                highest = parts.version();
                successor = known;
            }
        }
        return successor;
    }

    /** The name that should come instead if a version was left out before this one; null if none was. */
    @Nullable
    QualifiedName skipped(QualifiedName name) {
        Parts own = versioned(name);
        if (own == null) {
            return null;
        }
        BigInteger before = exists(own.base()) ? FIRST : BigInteger.ZERO;
        for (QualifiedName known : names) {
            Parts parts = split(known);
            if (parts != null
                    && sameName(parts.base(), own.base())
                    && parts.version().compareTo(own.version()) < 0) {
                before = before.max(parts.version());
            }
        }
        BigInteger expected = before.add(BigInteger.ONE);
        return expected.compareTo(own.version()) < 0
                ? own.base().withName(own.base().name() + own.link() + expected)
                : null;
    }
}
