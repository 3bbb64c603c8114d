package org.chengshu.cases.open;

import static org.chengshu.cases.handling.CaseTable.*;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.form.PublicPlace;
import org.chengshu.cases.form.PublicService;
import org.chengshu.core.tree.Reach;
import org.chengshu.flow.CityCase;
import org.chengshu.kernel.Fault;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Which of the public cases to list; what is absent does not narrow. */
record OpenFilter(
        Optional<String> kind,
        Optional<Reach> reach,
        Optional<String> status,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<Box> box) {
    OpenFilter {
        status.filter(word -> !word.equals("open") && !word.equals("closed")).ifPresent(word -> {
            throw new Fault(CaseError.CASE_FILTER_WRONG, "status is open or closed, not " + word);
        });
    }

    /** A part of the map: west, south, east, north in degrees. */
    record Box(double west, double south, double east, double north) {
        static Box of(String text) {
            try {
                double[] edges = Arrays.stream(text.split(",", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                if (edges.length == 4 && edges[0] < edges[2] && edges[1] < edges[3]) {
                    return new Box(edges[0], edges[1], edges[2], edges[3]);
                }
            } catch (NumberFormatException e) {
                throw wrong(text, e);
            }
            throw wrong(text, null);
        }

        private static Fault wrong(String text, Throwable cause) {
            return new Fault(
                    CaseError.CASE_FILTER_WRONG, "bbox is west,south,east,north in degrees, not " + text, cause);
        }

        Condition holds(Field<Double> longitude, Field<Double> latitude) {
            return longitude.between(west, east).and(latitude.between(south, north));
        }
    }

    Condition condition(List<PublicService> services) {
        return DSL.and(
                KIND.in(kinds(services.stream(), kind)),
                MERGED_INTO.isNull(),
                reach.map(area -> area.condition(AREA_PATH)).orElseGet(DSL::noCondition),
                status.map(word -> word.equals("open") ? OPEN : STAGE.eq(DSL.inline(CityCase.CLOSE.name())))
                        .orElseGet(DSL::noCondition),
                from.map(time -> OPENED_AT.ge(utc(time))).orElseGet(DSL::noCondition),
                to.map(time -> OPENED_AT.lt(utc(time))).orElseGet(DSL::noCondition),
                box.map(part -> within(part, services)).orElseGet(DSL::noCondition));
    }

    // By the place that is shown, so that small boxes do not find out what a blurred one hides.
    private static Condition within(Box box, List<PublicService> services) {
        return KIND.in(kinds(of(services, PublicPlace.EXACT), Optional.empty()))
                .and(box.holds(LONGITUDE, LATITUDE))
                .or(KIND.in(kinds(of(services, PublicPlace.NEAR), Optional.empty()))
                        .and(box.holds(middle(LONGITUDE), middle(LATITUDE))));
    }

    private static Field<Double> middle(Field<Double> degrees) {
        return DSL.floor(degrees.div(PublicPlace.CELL)).mul(PublicPlace.CELL).plus(PublicPlace.CELL / 2);
    }

    private static Stream<PublicService> of(List<PublicService> services, PublicPlace place) {
        return services.stream().filter(service -> service.place() == place);
    }

    private static List<String> kinds(Stream<PublicService> services, Optional<String> one) {
        return services.map(PublicService::kind)
                .filter(kind -> one.isEmpty() || one.get().equals(kind))
                .toList();
    }
}
