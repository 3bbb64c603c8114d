package org.chengshu.data.standard.codes;

import java.util.List;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.springframework.stereotype.Component;

@Component
final class CodeSheets implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(
                ListSheet.of(CodeTableResource.Item.class, "/api/data/v1/code-tables", "代码表", "Code tables")
                        .with("编号", "Id", CodeTableResource.Item::id)
                        .with("名称", "Title", CodeTableResource.Item::title)
                        .with("来源标准", "Source", CodeTableResource.Item::source)
                        .with("代码数", "Codes", CodeTableResource.Item::codes)
                        .with("配置包", "Pack", CodeTableResource.Item::pack)
                        .with("版本", "Version", CodeTableResource.Item::version),
                ListSheet.of(Code.class, "/api/data/v1/code-tables/{id}/codes", "代码", "Codes")
                        .with("代码", "Code", Code::code)
                        .with("中文名称", "Title in Chinese", code -> code.title().zh())
                        .with("英文名称", "Title in English", code -> code.title().en())
                        .with("上级", "Parent", Code::parent)
                        .with("别名", "Names", Code::names)
                        .with(
                                "对照",
                                "Foreign",
                                code -> code.foreign().isEmpty()
                                        ? ""
                                        : code.foreign().toString())
                        .with("生效日期", "From", Code::from)
                        .with("失效日期", "To", Code::to));
    }
}
