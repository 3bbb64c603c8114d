package org.chengshu.demo.town;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.chengshu.kernel.Text;

/** The demonstration's city, made from a seed: six districts of four streets each, and its devices. Immutable. */
public final class Town {
    public static final String CITY_CODE = "990100";
    private static final int STATIONS = 12;
    private static final int SITE_SHARE_PERCENT = 35;
    private static final int HTTP_EVERY = 3;
    private static final int BLOCK = 2;

    private final Lattice lattice;
    private final List<Place> places;
    private final List<Cell> streets;
    private final List<Gadget> gadgets;

    private record Cell(String code, Text name, int column, int row) {}

    private Town(long seed, int devices) {
        this.lattice = new Lattice(seed);
        this.streets = new ArrayList<>();
        this.places = List.copyOf(settle());
        this.gadgets = List.copyOf(equip(new SplittableRandom(seed), devices));
    }

    public static Town of(long seed, int devices) {
        return new Town(seed, devices);
    }

    public Text name() {
        return Names.CITY;
    }

    public List<Place> places() {
        return places;
    }

    public List<Gadget> gadgets() {
        return gadgets;
    }

    private List<Place> settle() {
        List<Place> made = new ArrayList<>();
        made.add(new Place(
                CITY_CODE, Names.CITY, "city", Optional.empty(), lattice.outline(0, 0, Lattice.COLUMNS, Lattice.ROWS)));
        for (int number = 0; number < Names.DISTRICTS.size(); number++) {
            int column = number * BLOCK % Lattice.COLUMNS;
            int row = number * BLOCK / Lattice.COLUMNS * BLOCK;
            String code = CITY_CODE.substring(0, 4) + String.format("%02d", number + 1);
            made.add(new Place(
                    code,
                    Names.DISTRICTS.get(number),
                    "district",
                    Optional.of(CITY_CODE),
                    lattice.outline(column, row, BLOCK, BLOCK)));
            made.addAll(streetsOf(code, column, row));
        }
        return made;
    }

    private List<Place> streetsOf(String district, int column, int row) {
        List<Place> made = new ArrayList<>();
        for (int part = 0; part < BLOCK * BLOCK; part++) {
            int c = column + part % BLOCK;
            int r = row + part / BLOCK;
            Text name = Names.street(streets.size());
            String code = district + String.format("%03d", part + 1);
            streets.add(new Cell(code, name, c, r));
            made.add(new Place(code, name, "street", Optional.of(district), lattice.outline(c, r, 1, 1)));
        }
        return made;
    }

    private List<Gadget> equip(SplittableRandom random, int devices) {
        List<Gadget> made = new ArrayList<>();
        int stations = Math.min(STATIONS, devices / 4);
        int sites = devices * SITE_SHARE_PERCENT / 100;
        for (int i = 0; i < devices; i++) {
            Gadget.Sort sort =
                    i < stations ? Gadget.Sort.STATION : i < stations + sites ? Gadget.Sort.SITE : Gadget.Sort.MICRO;
            int number = i < stations ? i : i < stations + sites ? i - stations : i - stations - sites;
            made.add(gadget(random, sort, number));
        }
        return made;
    }

    private Gadget gadget(SplittableRandom random, Gadget.Sort sort, int number) {
        Cell street = streets.get((number * (sort == Gadget.Sort.STATION ? 2 : 1)) % streets.size());
        String street0 = street.name().zh().replace("街道", "");
        String street1 = street.name().en().replace(" Street", "");
        String serial = String.format("%03d", number + 1);
        Text title =
                switch (sort) {
                    case STATION -> Text.of(street0 + "国控站", street1 + " national station");
                    case MICRO -> Text.of(street0 + "微站 " + serial, street1 + " micro station " + serial);
                    case SITE -> Text.of(street0 + "工地 " + serial, street1 + " building site " + serial);
                };
        String code = sort.name().toLowerCase(java.util.Locale.ROOT) + "-" + serial;
        return new Gadget(
                code,
                sort,
                title,
                street.code(),
                lattice.inside(street.column(), street.row(), random),
                number % HTTP_EVERY != 0);
    }

    /** The main roads, along the streets' borders. */
    public List<List<Point>> roads() {
        List<List<Point>> roads = new ArrayList<>();
        for (int column = 1; column < Lattice.COLUMNS; column++) {
            List<Point> road = new ArrayList<>();
            for (int row = 0; row < Lattice.ROWS; row++) {
                road.addAll(lattice.side(column, row, column, row + 1));
            }
            road.add(lattice.corner(column, Lattice.ROWS));
            roads.add(road);
        }
        for (int row = 1; row < Lattice.ROWS; row++) {
            List<Point> road = new ArrayList<>();
            for (int column = 0; column < Lattice.COLUMNS; column++) {
                road.addAll(lattice.side(column, row, column + 1, row));
            }
            road.add(lattice.corner(Lattice.COLUMNS, row));
            roads.add(road);
        }
        return roads;
    }

    /** The river, from one side of the city to the other. */
    public List<Point> river() {
        List<Point> river = new ArrayList<>();
        for (int column = 0; column <= Lattice.COLUMNS; column++) {
            Point low = lattice.corner(column, 2);
            Point high = lattice.corner(column, 3);
            river.add(low.towards(high, 0.35 + 0.3 * Math.sin(column * 1.3)));
        }
        return river;
    }
}
