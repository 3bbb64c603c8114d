package org.chengshu.cases.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.kinds.CheckWay;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.geo.Position;

/**
 * What somebody found out: put right or not, and in words why not; where he stood; of a call the satisfaction from 1 to 5,
 * or that nobody was reached.
 */
record CheckAnswer(
        boolean reached, boolean passed, Optional<String> note, Optional<Integer> score, Optional<Position> position) {
    private static final int BEST = 5;
    private static final int MOST_WORDS = 2_000;

    /** As the door takes it; a grid worker tells {@code passed}, an operator {@code reached}, {@code solved}, {@code score}. */
    record Body(
            Optional<Boolean> passed,
            Optional<Boolean> reached,
            Optional<Boolean> solved,
            Optional<Integer> score,
            Optional<String> note,
            Optional<Position> position) {}

    /** Tells all that is wrong with it at once. */
    static CheckAnswer read(Body body, CheckWay way) {
        List<PlacedFault> faults = new ArrayList<>();
        boolean call = way == CheckWay.CALLBACK;
        boolean reached = !call || body.reached().orElse(body.solved().isPresent());
        Optional<Boolean> right = call ? body.solved() : body.passed();
        Optional<String> note = body.note().map(String::strip).filter(words -> !words.isEmpty());
        if (reached && right.isEmpty()) {
            faults.add(fault(call ? "/solved" : "/passed", "请说明是否已解决", "whether it was put right is missing"));
        }
        if (reached && right.filter(yes -> !yes).isPresent() && note.isEmpty()) {
            faults.add(fault("/note", "未通过须写明理由", "what was not put right needs words"));
        }
        if (note.filter(words -> words.length() > MOST_WORDS).isPresent()) {
            faults.add(fault("/note", "最多 2000 字", "at most 2000 characters"));
        }
        if (body.score().filter(score -> score < 1 || score > BEST).isPresent()) {
            faults.add(fault("/score", "满意度为 1 到 5", "satisfaction is 1 to 5"));
        }
        if (call && reached && body.score().isEmpty()) {
            faults.add(fault("/score", "请填写满意度", "satisfaction is missing"));
        }
        if (!faults.isEmpty()) {
            throw new FaultyInput(
                    CaseError.CHECK_WRONG, faults.getFirst().detail().en(), faults);
        }
        return new CheckAnswer(
                reached,
                reached && right.orElse(false),
                note,
                reached && call ? body.score() : Optional.empty(),
                body.position());
    }

    private static PlacedFault fault(String place, String zh, String en) {
        return new PlacedFault(place, Text.of(zh, en));
    }
}
