package org.chengshu.cases.category;

import java.util.List;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.springframework.stereotype.Component;

@Component
final class CategorySheets implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(
                ListSheet.of(CategoryTrees.Tree.class, "/api/cases/v1/category-trees", "分类树", "Category trees")
                        .with("编号", "Id", CategoryTrees.Tree::id)
                        .with("名称", "Title", CategoryTrees.Tree::title),
                ListSheet.of(CategoryResource.Item.class, "/api/cases/v1/categories", "案件分类", "Categories of cases")
                        .with("编码", "Code", CategoryResource.Item::code)
                        .with("名称", "Name", CategoryResource.Item::name)
                        .with("级别", "Level", CategoryResource.Item::level)
                        .with("上级", "Parent", CategoryResource.Item::parent)
                        .with("分类树", "Tree", CategoryResource.Item::tree)
                        .with("案件类型", "Kind", CategoryResource.Item::kind)
                        .with("责任部门", "Department", CategoryResource.Item::department),
                ListSheet.of(
                                CategoryResource.Count.class,
                                "/api/cases/v1/categories/counts",
                                "分类统计",
                                "Cases by category")
                        .with("分类", "Category", CategoryResource.Count::category)
                        .with("案件数", "Cases", CategoryResource.Count::cases)
                        .with("未结案件数", "Open cases", CategoryResource.Count::open));
    }
}
