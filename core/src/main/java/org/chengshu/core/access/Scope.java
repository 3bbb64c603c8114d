package org.chengshu.core.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.chengshu.core.tree.Reach;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Where a right holds: parts of the city, each an area subtree cut with an organisation subtree. A thing lies in the scope
 * when one part holds it; a thing that no organisation owns lies only in parts of all organisations. Kept without parts
 * that others hold already, the widest first. In SQL it is one prefix condition for each part, none for the whole city.
 * Immutable.
 */
public record Scope(List<Part> parts) {
    private static final Scope EVERYWHERE = new Scope(List.of(Part.WHOLE));
    private static final Scope NOWHERE = new Scope(List.of());

    /**
     * Two materialised paths of today, such as {@code /310000/310101/}, {@code /} being all of a tree; and where rows lie
     * that belong there today, for those were written with the paths of their own days.
     */
    public record Part(String areaPath, String organisationPath, Reach areas, Reach organisations) {
        public static final Part WHOLE = new Part("/", "/");

        public Part {
            requirePath(areaPath);
            requirePath(organisationPath);
            Objects.requireNonNull(areas, "areas");
            Objects.requireNonNull(organisations, "organisations");
        }

        /** In trees in which nothing was ever moved. */
        public Part(String areaPath, String organisationPath) {
            this(areaPath, organisationPath, Reach.of(areaPath), Reach.of(organisationPath));
        }

        /** The same of all organisations. */
        public Part ofAll() {
            return new Part(areaPath, WHOLE.organisationPath, areas, Reach.whole());
        }

        /** The same of this organisation. */
        public Part of(String organisation, Reach itsRows) {
            return new Part(areaPath, organisation, areas, itsRows);
        }

        private static void requirePath(String path) {
            if (!path.startsWith("/") || !path.endsWith("/")) {
                throw new IllegalArgumentException("a path of a tree starts and ends with /, not " + path);
            }
        }

        boolean covers(Part other) {
            return other.areaPath.startsWith(areaPath) && other.organisationPath.startsWith(organisationPath);
        }

        Optional<Part> and(Part other) {
            return deeper(areaPath, other.areaPath).flatMap(area -> deeper(organisationPath, other.organisationPath)
                    .map(organisation -> new Part(
                            area,
                            organisation,
                            area.equals(areaPath) ? areas : other.areas,
                            organisation.equals(organisationPath) ? organisations : other.organisations)));
        }

        private static Optional<String> deeper(String one, String other) {
            if (one.startsWith(other)) {
                return Optional.of(one);
            }
            return other.startsWith(one) ? Optional.of(other) : Optional.empty();
        }
    }

    public Scope {
        parts = widest(parts);
    }

    public static Scope everywhere() {
        return EVERYWHERE;
    }

    public static Scope nowhere() {
        return NOWHERE;
    }

    public static Scope of(Collection<Part> parts) {
        return new Scope(List.copyOf(parts));
    }

    /** An area with all organisations. */
    public static Scope ofArea(String areaPath) {
        return of(Set.of(new Part(areaPath, "/")));
    }

    public boolean isEverywhere() {
        return parts.equals(EVERYWHERE.parts);
    }

    public boolean isNowhere() {
        return parts.isEmpty();
    }

    /** Whether a thing at this area path that no organisation owns lies in it. */
    public boolean contains(String areaPath) {
        return contains(areaPath, Optional.empty());
    }

    public boolean contains(String areaPath, Optional<String> organisationPath) {
        String organisation = organisationPath.orElse("/");
        return parts.stream().anyMatch(part -> part.areas.covers(areaPath) && part.organisations.covers(organisation));
    }

    /** Whether everything in the other lies in this one. */
    public boolean covers(Scope other) {
        return other.parts.stream().allMatch(its -> parts.stream().anyMatch(part -> part.covers(its)));
    }

    /** What lies in both. */
    public Scope and(Scope other) {
        return of(parts.stream()
                .flatMap(part -> other.parts.stream().flatMap(its -> part.and(its).stream()))
                .toList());
    }

    /** What lies in one of them. */
    public Scope or(Scope other) {
        return of(Stream.concat(parts.stream(), other.parts.stream()).toList());
    }

    /** Whether a thing lies in it by its area alone, whichever organisation owns it. */
    public boolean reaches(String areaPath) {
        return parts.stream().anyMatch(part -> part.areas.covers(areaPath));
    }

    /** The area paths of the parts, the widest first. */
    public List<String> areaPaths() {
        return parts.stream().map(Part::areaPath).distinct().toList();
    }

    /** The rows in it, of things that no organisation owns. */
    public Condition within(Field<String> areaPath) {
        return either(
                part -> part.organisationPath.equals("/") ? part.areas.condition(areaPath) : DSL.falseCondition());
    }

    /** The rows in it; the organisation's path may be null. */
    public Condition within(Field<String> areaPath, Field<String> organisationPath) {
        return either(part -> part.areas.condition(areaPath).and(part.organisations.condition(organisationPath)));
    }

    private Condition either(java.util.function.Function<Part, Condition> condition) {
        return parts.isEmpty()
                ? DSL.falseCondition()
                : DSL.or(parts.stream().map(condition).toList());
    }

    private static List<Part> widest(List<Part> parts) {
        Comparator<Part> byWidth = Comparator.comparingInt((Part part) -> part.areaPath.length())
                .thenComparingInt(part -> part.organisationPath.length())
                .thenComparing(Part::areaPath)
                .thenComparing(Part::organisationPath);
        TreeSet<Part> sorted = new TreeSet<>(byWidth);
        sorted.addAll(parts);
        List<Part> kept = new ArrayList<>();
        for (Part part : sorted) {
            if (kept.stream().noneMatch(wider -> wider.covers(part))) {
                kept.add(part);
            }
        }
        return List.copyOf(kept);
    }
}
