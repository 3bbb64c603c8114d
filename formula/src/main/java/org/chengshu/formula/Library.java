package org.chengshu.formula;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The functions of formulas: those of CEL that are let in, and our own. */
final class Library {
    static final String INTERPOLATE = "interpolate";
    static final String LOOKUP = "lookup";
    static final String LOOKUP_TEXT = "lookup to text";
    static final String LOOKUP_NUMBER = "lookup to number";
    static final String DIVIDE = "_/_";
    static final String REMAINDER = "_%_";
    static final String IN = "@in";

    /** CEL's own that answer an int, which formulas do not know: their answer is made a number at once. */
    static final Set<String> INT_RESULTS = Set.of(
            "size",
            "int",
            "getFullYear",
            "getMonth",
            "getDayOfYear",
            "getDayOfMonth",
            "getDate",
            "getDayOfWeek",
            "getHours",
            "getMinutes",
            "getSeconds",
            "getMilliseconds");

    /** CEL's two that look at every side and may answer in spite of a fault of one. */
    static final Set<String> JUNCTIONS = Set.of("_&&_", "_||_");

    /** What takes a faulty side of these rightly. */
    static final Set<String> LOGIC = Set.of("_&&_", "_||_", "!_");

    private static final Set<String> TEXT_AND_TIME = Set.of(
            "contains", "startsWith", "endsWith", "matches", "string", "double", "bool", "duration", "timestamp");

    private static final Set<String> OPERATORS = Set.of(
            "_+_", "_-_", "_*_", "-_", "_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_", "_&&_", "_||_", "!_", "_?_:_", IN);

    static final int MOST_ARGUMENTS = 8;
    private static final CelType DOUBLE = SimpleType.DOUBLE;

    private Library() {}

    /** What people can call by name. */
    static final Set<String> NAMES = names();

    private static Set<String> names() {
        Set<String> names = new TreeSet<>(TEXT_AND_TIME);
        names.addAll(INT_RESULTS);
        names.addAll(List.of(INTERPOLATE, LOOKUP, "roundUp", "roundHalf", "roundEven", "abs", "min", "max"));
        return Collections.unmodifiableSet(names);
    }

    static boolean isOperator(String function) {
        return OPERATORS.contains(function) || function.equals(DIVIDE) || function.equals(REMAINDER);
    }

    /** CEL's own functions that are let in; division and remainder are ours, since they refuse zero. */
    static CelStandardDeclarations standard() {
        return CelStandardDeclarations.newBuilder()
                .filterFunctions((function, overload) -> OPERATORS.contains(function.functionName())
                        || INT_RESULTS.contains(function.functionName())
                        || TEXT_AND_TIME.contains(function.functionName()))
                .build();
    }

    static List<CelFunctionDecl> declarations() {
        List<CelFunctionDecl> all = new ArrayList<>();
        all.add(declare("divide", DOUBLE, DOUBLE, DOUBLE));
        all.add(declare("remainder", DOUBLE, DOUBLE, DOUBLE));
        all.add(declare("roundUp", DOUBLE, DOUBLE));
        all.add(declare("abs", DOUBLE, DOUBLE));
        all.add(declare(INTERPOLATE, DOUBLE, SimpleType.STRING, DOUBLE));
        all.add(declare(LOOKUP_TEXT, SimpleType.STRING, SimpleType.STRING, DOUBLE));
        all.add(declare(LOOKUP_NUMBER, DOUBLE, SimpleType.STRING, DOUBLE));
        all.add(declareUpTo("roundHalf", 1, 2));
        all.add(declareUpTo("roundEven", 1, 2));
        all.add(declareUpTo("min", 2, MOST_ARGUMENTS));
        all.add(declareUpTo("max", 2, MOST_ARGUMENTS));
        return all;
    }

    private static CelFunctionDecl declare(String name, CelType result, CelType... arguments) {
        return CelFunctionDecl.newFunctionDeclaration(
                name, CelOverloadDecl.newGlobalOverload(overload(name, arguments.length), result, arguments));
    }

    private static CelFunctionDecl declareUpTo(String name, int fewest, int most) {
        List<CelOverloadDecl> overloads = new ArrayList<>();
        for (int count = fewest; count <= most; count++) {
            overloads.add(CelOverloadDecl.newGlobalOverload(
                    overload(name, count), DOUBLE, Collections.nCopies(count, DOUBLE)));
        }
        return CelFunctionDecl.newFunctionDeclaration(name, overloads);
    }

    static String overload(String name, int arguments) {
        return name + "/" + arguments;
    }
}
