package org.chengshu.cases.roster;

import java.util.List;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.springframework.stereotype.Component;

@Component
final class RosterSheets implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(
                ListSheet.of(Roster.class, "/api/cases/v1/duty-rosters", "值班表", "Rosters")
                        .with("部门", "Department", Roster::organisation)
                        .with("岗位", "Post", Roster::post)
                        .with("角色", "Role", Roster::role)
                        .with(
                                "现在值班",
                                "On duty now",
                                roster -> String.join(
                                        "、",
                                        roster.now().stream()
                                                .flatMap(shift -> shift.people().stream())
                                                .toList()))
                        .with("编号", "Id", Roster::id),
                ListSheet.of(HandOverNote.class, "/api/cases/v1/hand-overs", "交接班记录", "Hand-over notes")
                        .with("部门", "Department", HandOverNote::organisation)
                        .with("岗位", "Post", HandOverNote::post)
                        .with("班次开始", "Shift begins", HandOverNote::shiftBegins)
                        .with("班次结束", "Shift ends", HandOverNote::shiftEnds)
                        .with("交班内容", "Words", HandOverNote::words)
                        .with("未结案件数", "Open cases", note -> note.items().size())
                        .with("交班人", "Written by", HandOverNote::writtenBy)
                        .with("交班时间", "Written", HandOverNote::writtenAt)
                        .with("接班人", "Taken by", HandOverNote::takenBy)
                        .with("接班时间", "Taken", HandOverNote::takenAt)
                        .with("接班意见", "Remark", HandOverNote::remark)
                        .with("编号", "Id", HandOverNote::id));
    }
}
