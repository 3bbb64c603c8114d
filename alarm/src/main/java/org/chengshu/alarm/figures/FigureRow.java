package org.chengshu.alarm.figures;

import java.util.Optional;
import org.chengshu.kernel.Text;

/**
 * Figures of the alarms of one key. Times to acknowledge run on the platform's clock from recording to the first
 * acknowledgement, times to clear on the subject's from raising; seconds. {@code again}: the same rule on the same subject
 * had been raised before; {@code flutter}: and had been quiet for less than ten minutes.
 */
record FigureRow(
        String key,
        Optional<Text> title,
        int alarms,
        int acknowledged,
        int cleared,
        Optional<Double> meanSecondsToAcknowledge,
        Optional<Double> meanSecondsToClear,
        Optional<Double> medianSecondsToClear,
        int clearedWithin5Minutes,
        int again,
        int flutter,
        int suppressed,
        int byHand) {
    FigureRow titled(Optional<Text> words) {
        return new FigureRow(
                key,
                words,
                alarms,
                acknowledged,
                cleared,
                meanSecondsToAcknowledge,
                meanSecondsToClear,
                medianSecondsToClear,
                clearedWithin5Minutes,
                again,
                flutter,
                suppressed,
                byHand);
    }
}
