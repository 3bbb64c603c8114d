package org.chengshu.formula;

/** The steps of a formula that is asked without CEL. A step without a result sets {@link Slots#fault}; its answer is void. */
final class Quick {
    private Quick() {}

    interface Real {
        double of(Slots slots);
    }

    interface Test {
        boolean of(Slots slots);
    }

    interface Words {
        String of(Slots slots);
    }

    interface Span {
        long of(Slots slots);
    }

    /** As in CEL, false settles it whatever the other sides come to. */
    static Test and(Test[] sides) {
        return slots -> !settled(sides, slots, false);
    }

    /** As in CEL, true settles it whatever the other sides come to. */
    static Test or(Test[] sides) {
        return slots -> settled(sides, slots, true);
    }

    private static boolean settled(Test[] sides, Slots slots, boolean settling) {
        boolean faulty = false;
        for (Test side : sides) {
            boolean answer = side.of(slots);
            if (slots.fault) {
                slots.fault = false;
                faulty = true;
            } else if (answer == settling) {
                return true;
            }
        }
        slots.fault = faulty;
        return false;
    }

    static double divide(Real over, Real under, Slots slots) {
        double dividend = over.of(slots);
        if (slots.fault) {
            return dividend;
        }
        double divisor = under.of(slots);
        slots.fault |= divisor == 0;
        return dividend / divisor;
    }

    static double remainder(Real over, Real under, Slots slots) {
        double dividend = over.of(slots);
        if (slots.fault) {
            return dividend;
        }
        double divisor = under.of(slots);
        slots.fault |= divisor == 0;
        return dividend % divisor;
    }
}
