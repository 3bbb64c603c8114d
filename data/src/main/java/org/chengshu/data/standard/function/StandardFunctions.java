package org.chengshu.data.standard.function;

import static org.chengshu.data.standard.StandardFunction.plain;
import static org.chengshu.data.standard.StandardOption.choice;
import static org.chengshu.data.standard.StandardOption.free;

import java.util.List;
import java.util.stream.Stream;
import org.chengshu.data.standard.StandardFunction;
import org.chengshu.data.standard.StandardOption;
import org.chengshu.data.standard.StandardSource;
import org.chengshu.data.standard.Standardised;
import org.chengshu.data.standard.identifier.CreditCodes;
import org.chengshu.data.standard.identifier.IdCards;
import org.chengshu.data.standard.identifier.OrgCodes;
import org.chengshu.data.standard.identifier.Phones;
import org.chengshu.data.standard.identifier.Plates;
import org.chengshu.data.standard.identifier.PostalCodes;
import org.chengshu.data.standard.identifier.RegNumbers;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** The functions that need nothing but the text. */
@Component
class StandardFunctions implements StandardSource {
    private static final StandardOption ORDER = choice(
            "order", "日月年顺序不明时按此", "the order of day and month where the text does not show it", "ymd", "dmy", "mdy");
    private static final StandardOption EXCEL =
            choice("excel", "五位数字按电子表格日期序号", "whether five digits are a spreadsheet's day number", "yes", "no");
    private static final StandardOption DECIMAL = choice("decimal", "小数点", "the decimal mark", "dot", "comma");
    private static final StandardOption UNIT =
            free("unit", "数字后面只允许这个单位", "the only unit that may stand behind the number");

    @Override
    public List<StandardFunction> functions() {
        return Stream.of(texts(), times(), numbers(), codes(), contacts())
                .flatMap(List::stream)
                .toList();
    }

    private static List<StandardFunction> texts() {
        return List.of(
                new StandardFunction(
                        "text",
                        Text.of("文本", "Text"),
                        Text.of(
                                "去首尾空白和控制字符，连续空白并为一个",
                                "blanks at the ends and control characters go, blanks inside become one"),
                        "　城 枢  平台",
                        List.of(
                                choice("width", "全角半角", "full or half width", "keep", "half", "full"),
                                choice("case", "大小写", "upper or lower case", "keep", "upper", "lower")),
                        List.of(),
                        Texts::new),
                plain(
                        "null",
                        Text.of("空值", "Null words"),
                        Text.of("表示“没有”的词变为空，其余不动", "words that stand for no value become none, the rest stays"),
                        "N/A",
                        List.of(),
                        Standardised::of),
                new StandardFunction(
                        "firm-name",
                        Text.of("企业名称", "Name of a firm"),
                        Text.of(
                                "统一括号、全半角和组织形式，供比对或显示",
                                "one form of brackets, width and legal form, for matching or display"),
                        "上海（浦东） 某某有限责任公司",
                        List.of(choice("for", "用途", "what for", "match", "display")),
                        List.of("place", "form", "core"),
                        FirmNames::new));
    }

    private static List<StandardFunction> times() {
        return List.of(
                new StandardFunction(
                        "date",
                        Text.of("日期", "Date"),
                        Text.of(
                                "中外多种写法的日期变为 2024-03-01；两位年份和不存在的日子是问题",
                                "dates of many shapes as 2024-03-01; two-digit years and impossible days are problems"),
                        "2024年3月1日",
                        List.of(ORDER, EXCEL),
                        List.of("year", "month", "day"),
                        Dates::new),
                new StandardFunction(
                        "datetime",
                        Text.of("时间", "Date and time"),
                        Text.of(
                                "带时区的时刻 2024-03-01T08:30:00+08:00",
                                "a moment with its zone, 2024-03-01T08:30:00+08:00"),
                        "2024/3/1 8:30",
                        List.of(
                                new StandardOption(
                                        "zone",
                                        Text.of("未写时区时按此", "the zone when none is written"),
                                        "Asia/Shanghai",
                                        List.of()),
                                ORDER,
                                EXCEL),
                        List.of("date", "time"),
                        DateTimes::new));
    }

    private static List<StandardFunction> numbers() {
        return List.of(
                new StandardFunction(
                        "number",
                        Text.of("数值", "Number"),
                        Text.of(
                                "千分位、全角、万/亿、大写数字变为十进制数",
                                "groups, full width, 万 and 亿, Chinese numerals as a plain decimal"),
                        "1,234.50",
                        List.of(UNIT, DECIMAL, free("scale", "保留的小数位数", "decimals to keep")),
                        List.of("unit"),
                        options -> new Numbers(options, false)),
                new StandardFunction(
                        "integer",
                        Text.of("整数", "Whole number"),
                        Text.of("同数值，有小数是问题", "as number; a fraction is a problem"),
                        "１２３",
                        List.of(UNIT, DECIMAL),
                        List.of("unit"),
                        options -> new Numbers(options, true)),
                new StandardFunction(
                        "money",
                        Text.of("金额", "Money"),
                        Text.of(
                                "金额和币种：500000 CNY；没有写的币种不会编造",
                                "amount and currency, 500000 CNY; a currency that is not written is not invented"),
                        "50(万元人民币)",
                        List.of(
                                free("currency", "未写币种时按此（ISO 4217）", "the currency when none is written (ISO 4217)"),
                                free("only", "只接受这种货币", "the only currency accepted"),
                                free("unit", "未写单位时按此，如 万元", "the unit when none is written, such as 万元")),
                        List.of("amount", "currency", "unit"),
                        Moneys::new),
                new StandardFunction(
                        "coordinate",
                        Text.of("坐标", "Coordinate"),
                        Text.of("经度,纬度（WGS-84）", "longitude,latitude in WGS-84"),
                        "北纬22°32′35″ 东经114°3′28″",
                        List.of(choice(
                                "datum", "原坐标系", "the frame it is written in", "wgs84", "cgcs2000", "gcj02", "bd09")),
                        List.of("lon", "lat"),
                        Coordinates::new));
    }

    private static List<StandardFunction> codes() {
        return List.of(
                new StandardFunction(
                        "id-card",
                        Text.of("公民身份号码", "Citizen number"),
                        Text.of(
                                "GB 11643：地区、生日、校验码；15 位升 18 位",
                                "GB 11643: region, birthday, check digit; 15 digits are lengthened"),
                        "11010519491231002X",
                        List.of(choice("short", "15 位旧号码", "old numbers of 15 digits", "lengthen", "keep", "refuse")),
                        List.of("region", "birth", "sex"),
                        IdCards::new),
                plain(
                        "credit-code",
                        Text.of("统一社会信用代码", "Unified social credit code"),
                        Text.of("GB 32100：字符集、地区、校验码", "GB 32100: characters, region, check character"),
                        "91350100M000100Y43",
                        List.of("kind", "region", "organisation"),
                        new CreditCodes()),
                plain(
                        "org-code",
                        Text.of("组织机构代码", "Organisation code"),
                        Text.of("GB 11714：八位本体和校验码", "GB 11714: eight characters and a check character"),
                        "D2143569-X",
                        List.of(),
                        new OrgCodes()),
                plain(
                        "reg-number",
                        Text.of("工商注册号", "Business registration number"),
                        Text.of("15 位旧注册号，含校验码", "the old number of 15 digits with its check digit"),
                        "110108000000016",
                        List.of("region"),
                        new RegNumbers()),
                plain(
                        "postal-code",
                        Text.of("邮政编码", "Postal code"),
                        Text.of("六位数字", "six digits"),
                        "518000",
                        List.of(),
                        new PostalCodes()),
                plain(
                        "plate",
                        Text.of("车辆号牌", "Vehicle plate"),
                        Text.of(
                                "含新能源、挂车、教练、警用、港澳、使领馆",
                                "new energy, trailers, learners, police, Hong Kong and Macao, missions"),
                        "粤B·12345",
                        List.of("region", "energy"),
                        new Plates()));
    }

    private static List<StandardFunction> contacts() {
        return List.of(new StandardFunction(
                "phone",
                Text.of("电话号码", "Telephone number"),
                Text.of("手机、固话（区号、分机）、400、短号", "mobile, fixed with area code and extension, 400, short numbers"),
                "020-38356454转1",
                List.of(
                        free("area", "本地号码的区号，如 020", "the area code of local numbers, such as 020"),
                        choice(
                                "kind",
                                "只接受这一种",
                                "the only kind accepted",
                                "any",
                                "mobile",
                                "fixed",
                                "service",
                                "short",
                                "foreign")),
                List.of("kind", "area", "number", "extension"),
                Phones::new));
    }
}
