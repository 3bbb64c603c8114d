package org.chengshu.data.standard.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Words and signs for currencies, and the codes of ISO 4217 that they stand for. Pure. */
final class Currencies {
    /** @param codes more than one: the word alone does not tell */
    record Word(String text, Set<String> codes) {}

    private static final String[][] NAMES = {
        {"CNY", "人民币", "RMB", "CN¥", "中国元"},
        {"USD", "美元", "美金", "US$", "美圆"},
        {"HKD", "港元", "港币", "港幣", "港圆", "HK$"},
        {"MOP", "澳门元", "澳门币", "MOP$"},
        {"TWD", "新台币", "台币", "新臺幣", "NT$"},
        {"JPY", "日元", "日圆", "日币", "円", "JP¥"},
        {"EUR", "欧元", "欧", "€"},
        {"GBP", "英镑", "£"},
        {"KRW", "韩元", "韩圆", "韩币", "₩"},
        {"SGD", "新加坡元", "新币", "S$"},
        {"AUD", "澳大利亚元", "澳元", "A$"},
        {"CAD", "加拿大元", "加元", "C$"},
        {"NZD", "新西兰元", "纽元"},
        {"CHF", "瑞士法郎", "瑞郎"},
        {"SEK", "瑞典克朗"},
        {"NOK", "挪威克朗"},
        {"DKK", "丹麦克朗"},
        {"RUB", "俄罗斯卢布", "卢布", "₽"},
        {"THB", "泰铢", "泰国铢", "฿"},
        {"MYR", "马来西亚林吉特", "林吉特", "马币"},
        {"INR", "印度卢比", "₹"},
        {"IDR", "印度尼西亚盾", "印尼盾"},
        {"PHP", "菲律宾比索"},
        {"VND", "越南盾", "₫"},
        {"KZT", "坚戈", "哈萨克斯坦坚戈"},
        {"AED", "阿联酋迪拉姆"},
        {"SAR", "沙特里亚尔"},
        {"BRL", "巴西雷亚尔", "R$"},
        {"ZAR", "南非兰特"},
        {"DEM", "德国马克", "马克"},
        {"FRF", "法国法郎"},
        {"ITL", "意大利里拉"},
    };
    private static final Set<String> DOLLARS = Set.of("USD", "HKD", "TWD", "SGD", "AUD", "CAD", "NZD", "MOP");
    private static final List<Word> WORDS = words();
    private static final FirstLetters<Word> BY_LETTER = FirstLetters.of(WORDS, Word::text);

    private Currencies() {}

    static Optional<Word> at(String text, int at) {
        return BY_LETTER.longest(text, at);
    }

    static boolean isCode(String code) {
        return WORDS.stream().anyMatch(word -> word.text.equals(code));
    }

    private static List<Word> words() {
        List<Word> words = new ArrayList<>();
        for (String[] names : NAMES) {
            for (String name : names) {
                words.add(new Word(name, Set.of(names[0])));
            }
        }
        words.add(new Word("$", DOLLARS));
        words.add(new Word("¥", Set.of("CNY", "JPY")));
        words.add(new Word("￥", Set.of("CNY", "JPY")));
        return List.copyOf(words);
    }
}
