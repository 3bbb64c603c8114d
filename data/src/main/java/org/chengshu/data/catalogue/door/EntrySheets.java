package org.chengshu.data.catalogue.door;

import java.util.List;
import java.util.function.Function;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.chengshu.data.catalogue.CatalogueClasses.CatalogueClass;
import org.chengshu.data.catalogue.EntryContent;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** The lists of entries as tables. */
@Component
final class EntrySheets implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(
                entries(EntryController.PATH + "/entries", "资源目录编制", "Entries to write"),
                entries(EntryController.PATH + "/reviews", "待审核目录", "Entries to review"),
                ListSheet.of(CatalogueClass.class, EntryController.PATH + "/classes", "目录分类", "Catalogue classes")
                        .with("代码", "Code", CatalogueClass::code)
                        .with("名称", "Title", CatalogueClass::title)
                        .with("上级", "Parent", CatalogueClass::parent)
                        .with("主题包", "Pack", CatalogueClass::pack));
    }

    private static ListSheet<EntryView> entries(String path, String zh, String en) {
        return ListSheet.of(EntryView.class, path, zh, en)
                .with("信息资源代码", "Code", EntryView::code)
                .with(
                        "信息资源名称",
                        "Title",
                        view -> Text.of(
                                view.content().title().isEmpty()
                                        ? view.id()
                                        : view.content().title(),
                                view.content().titleEn().isEmpty()
                                        ? view.id()
                                        : view.content().titleEn()))
                .with("提供方", "Provider", EntryView::organisationName)
                .with("提供方代码", "Provider's code", EntryView::organisation)
                .with("摘要", "Abstract", of(EntryContent::summary))
                .with("分类", "Class", of(EntryContent::classCode))
                .with("格式", "Format", view -> view.content().format().title())
                .with("信息项数", "Fields", view -> view.content().fields().size())
                .with("共享类型", "Sharing", view -> view.content().sharing().title())
                .with("共享条件或依据", "Condition or basis", of(EntryContent::sharingBasis))
                .with("开放属性", "Openness", view -> view.content().openness().title())
                .with("更新周期", "Update cycle", view -> view.content().cycle().title())
                .with("主题词", "Subjects", of(EntryContent::subjects))
                .with("状态", "State", view -> view.state().title())
                .with("版本", "Version", EntryView::version)
                .with("发布时间", "Published", EntryView::publishedAt)
                .with("数据时间", "Newest data", EntryView::newest)
                .with("超期", "Late", EntryView::late)
                .with("编号", "Id", EntryView::id);
    }

    private static Function<EntryView, Object> of(Function<EntryContent, Object> part) {
        return view -> part.apply(view.content());
    }
}
