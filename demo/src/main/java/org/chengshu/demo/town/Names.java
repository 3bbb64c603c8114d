package org.chengshu.demo.town;

import java.util.List;
import org.chengshu.kernel.Text;

/** The invented names of the invented city. */
final class Names {
    static final Text CITY = Text.of("云川市", "Yunchuan");
    static final List<Text> DISTRICTS = List.of(
            Text.of("江北区", "Jiangbei"),
            Text.of("云台区", "Yuntai"),
            Text.of("明湖区", "Minghu"),
            Text.of("桐溪区", "Tongxi"),
            Text.of("松陵区", "Songling"),
            Text.of("东港区", "Donggang"));
    private static final List<Text> STREETS = List.of(
            Text.of("长乐", "Changle"),
            Text.of("望江", "Wangjiang"),
            Text.of("白鹭", "Bailu"),
            Text.of("文昌", "Wenchang"),
            Text.of("青石", "Qingshi"),
            Text.of("柳林", "Liulin"),
            Text.of("凤鸣", "Fengming"),
            Text.of("南屏", "Nanping"),
            Text.of("石桥", "Shiqiao"),
            Text.of("龙泉", "Longquan"),
            Text.of("朝阳", "Chaoyang"),
            Text.of("翠微", "Cuiwei"),
            Text.of("金沙", "Jinsha"),
            Text.of("玉泉", "Yuquan"),
            Text.of("临港", "Lingang"),
            Text.of("春晓", "Chunxiao"),
            Text.of("映月", "Yingyue"),
            Text.of("竹园", "Zhuyuan"),
            Text.of("安澜", "Anlan"),
            Text.of("平湖", "Pinghu"),
            Text.of("红枫", "Hongfeng"),
            Text.of("新城", "Xincheng"),
            Text.of("丰收", "Fengshou"),
            Text.of("海棠", "Haitang"));

    private Names() {}

    static Text street(int number) {
        Text name = STREETS.get(number % STREETS.size());
        return Text.of(name.zh() + "街道", name.en() + " Street");
    }
}
