package org.chengshu.cases.report;

import java.util.UUID;
import org.chengshu.cases.handling.CaseFile;

/** A report that was taken, with the case that it opened or joined. The code is told once; with the number it follows the case. */
public record TakenReport(UUID id, String number, String code, boolean openedCase, CaseFile file) {
    @Override
    public String toString() {
        return "TakenReport[" + number + "]";
    }
}
