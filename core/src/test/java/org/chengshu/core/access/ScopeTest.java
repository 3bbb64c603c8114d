package org.chengshu.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chengshu.core.access.Scope.Part;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

class ScopeTest {
    private static final Field<String> AREA = DSL.field("area_path", SQLDataType.CLOB);
    private static final Field<String> OWNER = DSL.field("owner_path", SQLDataType.CLOB);

    @Example
    void isOnePrefixConditionForEachPartAndNoneForTheWholeCity() {
        Scope two = Scope.of(List.of(new Part("/c/a/", "/"), new Part("/c/b/", "/o/")));

        assertThat(Scope.everywhere().within(AREA)).isEqualTo(DSL.noCondition());
        assertThat(Scope.ofArea("/c/a/").within(AREA)).hasToString("area_path like '/c/a/%' escape '!'");
        assertThat(Scope.nowhere().within(AREA)).isEqualTo(DSL.falseCondition());
        assertThat(two.within(AREA, OWNER).toString())
                .contains("area_path like '/c/a/%'")
                .contains("or (")
                .contains("area_path like '/c/b/%'")
                .contains("owner_path like '/o/%'");
    }

    @Example
    void takesWildcardsInCodesAsTheyAre() {
        assertThat(Scope.ofArea("/a_b%!/").within(AREA).toString()).contains("'/a!_b!%!!/%'");
    }

    @Example
    void holdsThingsThatNoOrganisationOwnsOnlyForAllOrganisations() {
        Scope bureau = Scope.of(List.of(new Part("/c/", "/o/")));

        assertThat(bureau.contains("/c/a/", Optional.of("/o/x/"))).isTrue();
        assertThat(bureau.contains("/c/a/", Optional.of("/p/"))).isFalse();
        assertThat(bureau.contains("/c/a/")).isFalse();
    }

    @Property(tries = 300)
    void ofBothHoldsWhatEachHolds(
            @ForAll("scopes") Scope one, @ForAll("scopes") Scope other, @ForAll("parts") Part thing) {
        boolean inOne = holds(one, thing);
        boolean inOther = holds(other, thing);

        assertThat(holds(one.and(other), thing)).isEqualTo(inOne && inOther);
        assertThat(holds(one.or(other), thing)).isEqualTo(inOne || inOther);
    }

    @Property(tries = 300)
    void coversJustWhatAddsNothing(@ForAll("scopes") Scope one, @ForAll("scopes") Scope other) {
        assertThat(one.covers(other)).isEqualTo(one.or(other).equals(one));
        assertThat(one.or(other).covers(other)).isTrue();
        assertThat(one.covers(one.and(other))).isTrue();
    }

    private static boolean holds(Scope scope, Part thing) {
        return scope.contains(thing.areaPath(), Optional.of(thing.organisationPath()));
    }

    @Provide
    Arbitrary<Scope> scopes() {
        return parts().list().ofMaxSize(4).map(Scope::of);
    }

    @Provide
    Arbitrary<Part> parts() {
        return Combinators.combine(paths(), paths()).as(Part::new);
    }

    private static Arbitrary<String> paths() {
        return Arbitraries.of("a", "ab", "b")
                .list()
                .ofMaxSize(3)
                .map(codes -> codes.isEmpty() ? "/" : "/" + String.join("/", codes) + "/");
    }
}
