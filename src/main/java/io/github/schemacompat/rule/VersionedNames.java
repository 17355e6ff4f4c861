package io.github.schemacompat.rule;

import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Routine;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.schema.SchemaElement;
import io.github.schemacompat.schema.UserType;
import io.github.schemacompat.schema.View;
import io.github.schemacompat.script.ConfiguredPattern;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions in names: {@code spFind}, {@code spFind_2}, {@code spFind_3}. */
final class VersionedNames {
    private static final BigInteger FIRST = BigInteger.ONE;
    private static final List<String> LINKS = List.of("_", "_v", "_V", "V", "v", "", "__", ".", "-");

    private final Pattern pattern;
    private final Set<String> known = new HashSet<>();
    private final Map<String, List<Parts>> byBase = new HashMap<>();

    /**
     * @param pattern with the groups {@code base} and {@code version}
     * @param names of all views or all routines there are or were
     */
    VersionedNames(Pattern pattern, Collection<QualifiedName> names) {
        this.pattern = pattern;
        for (QualifiedName name : names) {
            known.add(folded(name));
            Parts parts = split(name);
            if (parts != null) {
                byBase.computeIfAbsent(folded(parts.base()), base -> new ArrayList<>())
                        .add(parts);
            }
        }
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
    private record Parts(QualifiedName name, QualifiedName base, String link, BigInteger version, int digits) {}

    private @Nullable Parts split(QualifiedName name) {
        Matcher matcher = ConfiguredPattern.match(pattern, name.name(), "The parameter 'versionedName'");
        if (matcher == null) {
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
                name,
                name.withName(base),
                link <= end ? name.name().substring(link, end) : "_",
                new BigInteger(version),
                version.startsWith("0") ? version.length() : 0);
    }

    /** The name taken apart if it counts as versioned. */
    private @Nullable Parts versioned(QualifiedName name) {
        Parts parts = split(name);
        return parts != null && isVersioned(parts) ? parts : null;
    }

    /** Whether its base or its predecessor exists. */
    private boolean isVersioned(Parts parts) {
        BigInteger before = parts.version().subtract(BigInteger.ONE);
        return exists(parts.base())
                || siblings(parts.base()).stream()
                        .anyMatch(other -> other.version().equals(before));
    }

    private boolean exists(QualifiedName name) {
        return known.contains(folded(name));
    }

    /** The names with a version that have this base, in the order in which they were given. */
    private List<Parts> siblings(QualifiedName base) {
        return byBase.getOrDefault(folded(base), List.of());
    }

    private static String folded(QualifiedName name) {
        return name.toString().toLowerCase(Locale.ROOT);
    }

    /** The next free name for a new definition, in the style of its siblings. */
    QualifiedName next(QualifiedName name) {
        Parts own = versioned(name);
        QualifiedName base = own == null ? name : own.base();
        Parts highest = own;
        for (Parts sibling : siblings(base)) {
            if (highest == null || sibling.version().compareTo(highest.version()) > 0) {
                highest = sibling;
            }
        }
        if (highest == null) {
            return base.withName(base.name() + firstLink(base) + "2");
        }
        String version =
                highest.version().add(BigInteger.ONE).max(BigInteger.TWO).toString();
        String padded = "0".repeat(Math.max(0, highest.digits() - version.length())) + version;
        return base.withName(base.name() + highest.link() + padded);
    }

    /** What stands between name and version where there is no sibling yet: what the pattern of the project takes. */
    private String firstLink(QualifiedName base) {
        for (String link : LINKS) {
            Parts parts = split(base.withName(base.name() + link + "2"));
            if (parts != null && parts.base().equals(base) && parts.version().equals(BigInteger.TWO)) {
                return link;
            }
        }
        return "_";
    }

    /**
     * The highest later version of a name, or null if it has none: then it is the current one, or has no versions.
     *
     * @param there those of the names that are still there
     */
    @Nullable
    QualifiedName successor(QualifiedName name, Collection<QualifiedName> there) {
        Parts own = split(name);
        List<Parts> later = new ArrayList<>(siblings(name));
        if (own != null) {
            siblings(own.base()).stream()
                    .filter(sibling -> sibling.version().compareTo(own.version()) > 0)
                    .forEach(later::add);
        }
        BigInteger highest = BigInteger.ZERO;
        QualifiedName successor = null;
        for (Parts one : later) {
            if (one.version().compareTo(highest) > 0 && isVersioned(one) && there.contains(one.name())) {
                highest = one.version();
                successor = one.name();
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
        for (Parts sibling : siblings(own.base())) {
            if (sibling.version().compareTo(own.version()) < 0) {
                before = before.max(sibling.version());
            }
        }
        BigInteger expected = before.add(BigInteger.ONE);
        return expected.compareTo(own.version()) < 0
                ? own.base().withName(own.base().name() + own.link() + expected)
                : null;
    }
}
