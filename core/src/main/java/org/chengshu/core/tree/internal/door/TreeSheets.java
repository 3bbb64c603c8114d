package org.chengshu.core.tree.internal.door;

import java.util.List;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.chengshu.core.tree.Area;
import org.chengshu.core.tree.Organisation;
import org.chengshu.core.tree.internal.past.TreePast;
import org.chengshu.kernel.geo.Datum;
import org.chengshu.kernel.geo.Position;
import org.springframework.stereotype.Component;

/** Both trees and their histories as tables. */
@Component
class TreeSheets implements SheetSource {
    private static final String AREAS = "/api/core/v1/areas";
    private static final String ORGANISATIONS = "/api/core/v1/organisations";

    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(
                areas(),
                organisations(),
                versions(AREAS),
                versions(ORGANISATIONS),
                changes(AREAS),
                changes(ORGANISATIONS));
    }

    private static ListSheet<Area> areas() {
        return ListSheet.of(Area.class, AREAS, "区域", "Areas")
                .with("编码", "Code", Area::code)
                .with("名称", "Name", Area::name)
                .with("类型", "Kind", Area::kind)
                .with("上级编码", "Parent", Area::parent)
                .with("路径", "Path", Area::path)
                .with("中心经度", "Longitude", area -> area.centre().map(Position::longitude))
                .with("中心纬度", "Latitude", area -> area.centre().map(Position::latitude))
                .with("原坐标系", "Datum of origin", area -> area.datum().map(Datum::word))
                .with("主题包", "Pack", Area::pack)
                .with("版本", "Version", Area::version);
    }

    private static ListSheet<Organisation> organisations() {
        return ListSheet.of(Organisation.class, ORGANISATIONS, "组织机构", "Organisations")
                .with("编码", "Code", Organisation::code)
                .with("名称", "Name", Organisation::name)
                .with("类型", "Kind", Organisation::kind)
                .with("上级编码", "Parent", Organisation::parent)
                .with("路径", "Path", Organisation::path)
                .with("所属区域", "Area", Organisation::areaCode)
                .with("主题包", "Pack", Organisation::pack)
                .with("版本", "Version", Organisation::version);
    }

    private static ListSheet<TreePast.VersionView> versions(String tree) {
        return ListSheet.of(TreePast.VersionView.class, tree + "/{code}/history", "历史版本", "History")
                .with("版本", "Version", TreePast.VersionView::version)
                .with("名称", "Name", TreePast.VersionView::name)
                .with("类型", "Kind", TreePast.VersionView::kind)
                .with("上级编码", "Parent", TreePast.VersionView::parent)
                .with("路径", "Path", TreePast.VersionView::path)
                .with("生效", "Valid from", TreePast.VersionView::validFrom)
                .with("失效", "Valid to", TreePast.VersionView::validTo)
                .with("变更", "Change", version -> version.change().map(TreePast.MadeBy::kind))
                .with("操作人", "By", version -> version.change().map(TreePast.MadeBy::who))
                .with("原因", "Reason", version -> version.change().map(TreePast.MadeBy::reason));
    }

    private static ListSheet<TreePast.ChangeView> changes(String tree) {
        return ListSheet.of(TreePast.ChangeView.class, tree + "/changes", "变更记录", "Changes")
                .with("时间", "Time", TreePast.ChangeView::at)
                .with("变更", "Change", TreePast.ChangeView::kind)
                .with("操作人", "By", TreePast.ChangeView::who)
                .with("原因", "Reason", TreePast.ChangeView::reason)
                .with("涉及数量", "Nodes", TreePast.ChangeView::count)
                .with("涉及编码", "Codes", TreePast.ChangeView::nodes);
    }
}
