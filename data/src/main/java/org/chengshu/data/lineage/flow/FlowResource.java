package org.chengshu.data.lineage.flow;

import java.util.Optional;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Access;
import org.chengshu.core.http.CursorPage;
import org.chengshu.data.Datasets;
import org.chengshu.kernel.Fault;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The flow of data over HTTP: as a graph with figures by day, and as a list with the worst first. */
@RestController
@RequestMapping("/api/data/v1/flow")
class FlowResource {
    private static final String USUAL_DAYS = "7";
    private static final int MOST_DAYS = 92;
    private static final String WHY = "figures of whole datasets; it shows no rows";

    private final FlowBoards boards;

    FlowResource(FlowBoards boards) {
        this.boards = boards;
    }

    @GetMapping
    @Access(value = Datasets.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = WHY)
    FlowBoard board(@RequestParam(defaultValue = USUAL_DAYS) int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw new Fault(CoreError.BAD_REQUEST, "days must be 1.." + MOST_DAYS + ", not " + days);
        }
        return boards.board(days);
    }

    @GetMapping("/stops")
    @Access(value = Datasets.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = WHY)
    CursorPage<FlowBoard.Stop> stops(@RequestParam(defaultValue = USUAL_DAYS) int days) {
        return new CursorPage<>(board(days).stops(), Optional.empty());
    }
}
