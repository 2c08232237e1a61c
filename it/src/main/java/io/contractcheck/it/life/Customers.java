package io.contractcheck.it.life;

import java.util.List;

/** {@link Trade#CUSTOMERS}. */
final class Customers {
    private static final Form CUSTOMER = Form.of(
            Field.text("name", 1, 60),
            Field.oneOf("tier", "free", "team", "enterprise"),
            Field.whole("seats", 1, 1000).optional());

    private Customers() {}

    static List<Route> routes(Flaw flaw) {
        Slip slip = flaw == Flaw.CUSTOMER_DELETED_TWICE ? Slip.FAILS_DELETED_TWICE : Slip.NONE;
        Things customers = new Things("id", Ids::number, CUSTOMER, Dress.ENVELOPE, slip, path -> true);
        return List.of(
                Route.get("/customers", customers::list),
                Route.post("/customers", CUSTOMER, customers::create),
                Route.get("/customers/{customerId}", customers::read),
                Route.patch("/customers/{customerId}", CUSTOMER.partial(), customers::change),
                Route.delete("/customers/{customerId}", customers::delete));
    }
}
