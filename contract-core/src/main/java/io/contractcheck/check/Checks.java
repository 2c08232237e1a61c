package io.contractcheck.check;

import java.util.List;

/** The checks that come with ContractCheck. */
public final class Checks {
    private Checks() {}

    /** All of them, in the order in which they speak. */
    public static List<Check> standard() {
        return List.of(
                new NotAServerError(),
                new StatusCodeConformance(),
                new ContentTypeConformance(),
                new ResponseHeadersConformance(),
                new ResponseSchemaConformance(),
                new PositiveDataAcceptance(),
                new NegativeDataRejection(),
                new MissingRequiredHeader(),
                new UnsupportedMethod(),
                new AllowHeaderConformance(),
                new HeadConformance(),
                new UseAfterFree(),
                new EnsureResourceAvailability(),
                new IgnoredAuth(),
                new ObjectLevelAuthorization(),
                new FunctionLevelAuthorization(),
                new MaxResponseTime());
    }
}
