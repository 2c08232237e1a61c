package io.contractcheck.testcase.coverage;

import io.contractcheck.testcase.TestCase;
import java.util.stream.Stream;

/** Cases that exist for the same reason. They need not be proven yet, nor new. */
interface Family {
    /** The cases in order, each made when it is asked for. */
    Stream<TestCase> cases(Baseline baseline);
}
