package org.chengshu.cases.report;

import java.util.List;
import java.util.Optional;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.kernel.Fault;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a caller has reported before; the number comes in the body, so that no log has it. */
@RestController
@RequestMapping("/api/cases/v1/callers")
final class CallerResource {
    private static final int MOST = 50;

    private final ReportStore store;
    private final ContactVault vault;

    CallerResource(ReportStore store, ContactVault vault) {
        this.store = store;
        this.vault = vault;
    }

    /** The newest fifty within the viewer's areas, each with the case that it is handled in. */
    @PostMapping
    @Access(value = CaseRights.CONTACT, audit = "caller.looked-up")
    History look(@RequestBody Caller caller, Viewer viewer) {
        String phone = caller.phone()
                .filter(text -> text.chars().filter(Character::isDigit).count() >= 3)
                .orElseThrow(
                        () -> new Fault(CaseError.CASE_REPORT_WRONG, "phone is missing or has fewer than 3 digits"));
        return new History(store.ofPhone(vault.phoneKey(phone), viewer.scope(CaseRights.CONTACT), MOST));
    }

    record Caller(Optional<String> phone) {
        @Override
        public String toString() {
            return "Caller[hidden]";
        }
    }

    record History(List<Report> items) {}
}
