package org.chengshu.sense.testing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.CoreError;
import org.chengshu.core.tree.Area;
import org.chengshu.core.tree.Areas;
import org.chengshu.core.tree.Organisation;
import org.chengshu.core.tree.Organisations;
import org.chengshu.core.tree.Reach;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.geo.Position;

/** A city of two districts, west and east of longitude 100, and one department. */
public final class FakeTrees {
    private static final List<Area> AREAS = List.of(area("west"), area("east"));

    private FakeTrees() {}

    private static Area area(String code) {
        return Area.of(code, Text.of(code, code), "district", Optional.empty(), "/" + code + "/");
    }

    public static final class FakeAreas implements Areas {
        @Override
        public Area get(String code) {
            return find(code).orElseThrow(() -> new Fault(CoreError.NOT_FOUND, code));
        }

        @Override
        public Optional<Area> find(String code) {
            return AREAS.stream().filter(area -> area.code().equals(code)).findFirst();
        }

        @Override
        public List<Area> list() {
            return AREAS;
        }

        @Override
        public List<Area> asOf(Instant moment) {
            return AREAS;
        }

        @Override
        public Reach reach(String code) {
            return Reach.of(get(code).path());
        }

        @Override
        public String present(String path) {
            return path;
        }

        @Override
        public Optional<Area> at(Position position) {
            return Optional.of(AREAS.get(position.longitude() < 100 ? 0 : 1));
        }
    }

    public static final class FakeOrganisations implements Organisations {
        private static final Organisation BUREAU = Organisation.of(
                "bureau", Text.of("局", "Bureau"), "department", Optional.empty(), "/bureau/", Optional.empty());

        @Override
        public Organisation get(String code) {
            return find(code).orElseThrow(() -> new Fault(CoreError.NOT_FOUND, code));
        }

        @Override
        public Optional<Organisation> find(String code) {
            return list().stream().filter(one -> one.code().equals(code)).findFirst();
        }

        @Override
        public List<Organisation> list() {
            return List.of(BUREAU);
        }

        @Override
        public List<Organisation> asOf(Instant moment) {
            return list();
        }

        @Override
        public Reach reach(String code) {
            return Reach.of(get(code).path());
        }

        @Override
        public String present(String path) {
            return path;
        }
    }
}
