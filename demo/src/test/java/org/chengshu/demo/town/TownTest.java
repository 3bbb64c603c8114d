package org.chengshu.demo.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TownTest {
    @Property(tries = 50)
    void theSameSeedMakesTheSameCity(@ForAll long seed) {
        assertThat(TownPack.files(Town.of(seed, 40))).isEqualTo(TownPack.files(Town.of(seed, 40)));
    }

    @Property(tries = 50)
    void streetsCoverTheirCityWithoutGapsOrOverlaps(@ForAll long seed) {
        Town town = Town.of(seed, 20);

        assertThat(areaOf(town, "street")).isCloseTo(areaOf(town, "city"), within(1e-9));
        assertThat(areaOf(town, "district")).isCloseTo(areaOf(town, "city"), within(1e-9));
    }

    @Test
    void everyDeviceHasACodeOfItsOwnAndStandsInAKnownStreet() {
        Town town = Town.of(7, 300);
        List<String> streets = town.places().stream()
                .filter(place -> place.kind().equals("street"))
                .map(Place::code)
                .toList();

        assertThat(town.gadgets()).hasSize(300);
        assertThat(town.gadgets().stream().map(Gadget::code).collect(Collectors.toSet()))
                .hasSize(300);
        assertThat(streets).hasSize(24).doesNotHaveDuplicates();
        assertThat(town.gadgets()).allSatisfy(gadget -> assertThat(streets).contains(gadget.area()));
    }

    private static double areaOf(Town town, String kind) {
        return town.places().stream()
                .filter(place -> place.kind().equals(kind))
                .mapToDouble(place -> shoelace(place.outline()))
                .sum();
    }

    private static double shoelace(List<Point> ring) {
        double twice = 0;
        for (int i = 0; i + 1 < ring.size(); i++) {
            Point a = ring.get(i);
            Point b = ring.get(i + 1);
            twice += a.longitude() * b.latitude() - b.longitude() * a.latitude();
        }
        return Math.abs(twice) / 2;
    }
}
