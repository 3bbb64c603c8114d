package org.chengshu.data.standard.element;

import java.util.List;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.springframework.stereotype.Component;

@Component
final class StandardSheets implements SheetSource {
    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(ListSheet.of(Element.class, "/api/data/v1/elements", "数据元", "Data elements")
                .with("编号", "Id", Element::id)
                .with("中文名称", "Title in Chinese", element -> element.title().zh())
                .with("英文名称", "Title in English", element -> element.title().en())
                .with("说明", "Meaning", Element::meaning)
                .with("类型", "Type", element -> element.type().word())
                .with("长度", "Length", Element::length)
                .with("格式", "Pattern", Element::pattern)
                .with("单位", "Unit", Element::unit)
                .with("代码表", "Code table", Element::codes)
                .with("标准函数", "Standard function", Element::standard)
                .with("分级", "Sensitivity", Element::sensitivity)
                .with("个人信息", "Personal", Element::personal)
                .with("来源标准", "Source", Element::source)
                .with("配置包", "Pack", Element::pack)
                .with("版本", "Version", Element::version));
    }
}
