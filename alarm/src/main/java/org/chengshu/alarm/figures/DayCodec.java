package org.chengshu.alarm.figures;

import java.io.ByteArrayOutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * The alarms of a day in about twenty bytes each: in the order of their times, each time as what it is later than the one
 * before, small numbers in few bytes.
 */
final class DayCodec {
    /** Changes whenever bodies are written otherwise; days of another form are packed anew. */
    static final int FORM = 1;

    private static final int SEVERITY_BITS = 3;
    private static final int ACKNOWLEDGED = 1 << 6;
    private static final int CLEARED = 1 << 7;
    private static final int MARK_BITS = 8;

    // Of the same alarms the same bytes.
    private static final Comparator<AlarmFact> ORDER = Comparator.comparingLong(AlarmFact::raised)
            .thenComparingInt(AlarmFact::subject)
            .thenComparingInt(AlarmFact::rule)
            .thenComparingInt(AlarmFact::area)
            .thenComparingInt(AlarmFact::flags)
            .thenComparingLong(AlarmFact::toClear);

    private DayCodec() {}

    static byte[] encode(List<AlarmFact> facts) {
        Output output = new Output();
        output.put(facts.size());
        long before = 0;
        for (AlarmFact fact : facts.stream().sorted(ORDER).toList()) {
            output.putSigned(fact.raised() - before);
            before = fact.raised();
            output.put(fact.rule());
            output.put(fact.subject());
            output.put(fact.area());
            boolean acknowledged = fact.toAcknowledge() != AlarmFact.NEVER;
            boolean cleared = fact.toClear() != AlarmFact.NEVER;
            int marks = fact.flags() | (acknowledged ? ACKNOWLEDGED : 0) | (cleared ? CLEARED : 0);
            output.put((long) marks << SEVERITY_BITS | fact.severity());
            if (acknowledged) {
                output.putSigned(fact.toAcknowledge());
            }
            if (cleared) {
                output.putSigned(fact.toClear());
            }
        }
        return output.toByteArray();
    }

    static void decode(byte[] body, Consumer<AlarmFact> each) {
        Input input = new Input(body);
        long count = input.take();
        long raised = 0;
        for (long i = 0; i < count; i++) {
            raised += input.takeSigned();
            int rule = (int) input.take();
            int subject = (int) input.take();
            int area = (int) input.take();
            int rest = (int) input.take();
            int marks = rest >> SEVERITY_BITS & (1 << MARK_BITS) - 1;
            each.accept(new AlarmFact(
                    raised,
                    rule,
                    subject,
                    area,
                    rest & (1 << SEVERITY_BITS) - 1,
                    marks & ~(ACKNOWLEDGED | CLEARED),
                    (marks & ACKNOWLEDGED) == 0 ? AlarmFact.NEVER : input.takeSigned(),
                    (marks & CLEARED) == 0 ? AlarmFact.NEVER : input.takeSigned()));
        }
    }

    /** Seven bits a byte, the lowest first; a set top bit says that more follow. */
    private static final class Output extends ByteArrayOutputStream {
        void put(long number) {
            long left = number;
            while ((left & ~0x7FL) != 0) {
                write((int) ((left & 0x7F) | 0x80));
                left >>>= 7;
            }
            write((int) left);
        }

        /** Small negative numbers stay short. */
        void putSigned(long number) {
            put(number << 1 ^ number >> 63);
        }
    }

    private static final class Input {
        private final byte[] bytes;
        private int at;

        Input(byte[] bytes) {
            this.bytes = bytes;
        }

        long take() {
            long number = 0;
            int shift = 0;
            byte next;
            do {
                next = bytes[at++];
                number |= (long) (next & 0x7F) << shift;
                shift += 7;
            } while (next < 0);
            return number;
        }

        long takeSigned() {
            long number = take();
            return number >>> 1 ^ -(number & 1);
        }
    }
}
