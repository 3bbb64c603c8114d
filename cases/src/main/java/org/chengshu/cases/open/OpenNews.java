package org.chengshu.cases.open;

import java.util.List;
import java.util.Optional;
import org.chengshu.kernel.Text;

/** What happened to public cases in some time: the newest of each, and how many there are of all. */
public record OpenNews(List<Line> opened, int openedCount, List<Line> closed, int closedCount) {
    public static final OpenNews NONE = new OpenNews(List.of(), 0, List.of(), 0);

    public OpenNews {
        opened = List.copyOf(opened);
        closed = List.copyOf(closed);
    }

    public boolean isEmpty() {
        return openedCount + closedCount == 0;
    }

    /** One case as everybody may see it; words only of kinds that are shown exactly, with what identifies a person masked. */
    public record Line(String number, Text kind, Optional<Text> area, Optional<String> words) {}
}
