package org.chengshu.data.quality.board;

import java.util.Optional;
import org.chengshu.core.access.Access;
import org.chengshu.core.http.CursorPage;
import org.chengshu.data.Datasets;
import org.chengshu.data.rule.QualityRights;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/data/v1/quality")
public class BoardResource {
    private final QualityBoard board;

    BoardResource(QualityBoard board) {
        this.board = board;
    }

    @GetMapping("/board")
    @Access(
            value = Datasets.READ,
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = QualityRights.SAME_FOR_ALL)
    QualityBoard.Board board() {
        return board.show();
    }

    /** The datasets' scores as a list, worst first. */
    @GetMapping("/scores")
    @Access(
            value = Datasets.READ,
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = QualityRights.SAME_FOR_ALL)
    CursorPage<QualityBoard.DatasetScore> scores() {
        return new CursorPage<>(board.show().datasets(), Optional.empty());
    }
}
