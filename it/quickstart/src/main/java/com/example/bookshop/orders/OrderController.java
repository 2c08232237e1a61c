package com.example.bookshop.orders;

import com.example.bookshop.api.ConflictDocumented;
import com.example.bookshop.api.NotFound;
import com.example.bookshop.api.NotFoundDocumented;
import com.example.bookshop.books.Books;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "orders")
@RestController
@RequestMapping("/orders")
class OrderController {
    private static final String EXAMPLE = """
            {"customer": "Grace", "email": "grace@example.com", "gift": true,
             "items": [{"bookId": "b0000000-0000-4000-8000-000000000001", "quantity": 2}]}
            """;

    private final Orders orders;
    private final Books books;

    OrderController(Orders orders, Books books) {
        this.orders = orders;
        this.books = books;
    }

    @Operation(summary = "List orders")
    @ApiResponse(responseCode = "200", description = "One page of the orders, the latest first.")
    @GetMapping(produces = "application/json")
    List<OrderDetails> listOrders(
            @RequestParam(required = false) OrderStatus status,
            @RequestParam(defaultValue = "0") @Min(0) @Max(1000) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
        List<OrderStatus> wanted = status == null ? List.of(OrderStatus.values()) : List.of(status);
        PageRequest request =
                PageRequest.of(page, size, Sort.by("placedAt").descending().and(Sort.by("id")));
        return orders.findByStatusIn(wanted, request).stream()
                .map(Order::details)
                .toList();
    }

    @Operation(
            summary = "Place an order",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            examples = @ExampleObject(name = "gift", value = EXAMPLE))))
    @ApiResponse(
            responseCode = "201",
            description = "The order as the shop keeps it.",
            headers =
                    @Header(
                            name = "Location",
                            required = true,
                            description = "Where the order is.",
                            schema = @Schema(type = "string", format = "uri-reference")))
    @NotFoundDocumented
    @PostMapping(consumes = "application/json", produces = "application/json")
    ResponseEntity<OrderDetails> placeOrder(@RequestBody @Valid OrderData data) {
        BigDecimal total = data.items().stream().map(this::price).reduce(BigDecimal.ZERO, BigDecimal::add);
        OrderDetails placed = orders.save(new Order(data, total, Instant.now().truncatedTo(ChronoUnit.MILLIS)))
                .details();
        return ResponseEntity.created(URI.create("/orders/" + placed.id())).body(placed);
    }

    @Operation(summary = "Read an order")
    @ApiResponse(responseCode = "200", description = "The order.")
    @NotFoundDocumented
    @GetMapping(path = "/{orderId}", produces = "application/json")
    OrderDetails readOrder(@Parameter(example = "c0000000-0000-4000-8000-000000000001") @PathVariable UUID orderId) {
        return order(orderId).details();
    }

    @Operation(summary = "Cancel an order that is not shipped")
    @ApiResponse(responseCode = "200", description = "The order, cancelled.")
    @NotFoundDocumented
    @ConflictDocumented
    @PostMapping(path = "/{orderId}/cancel", produces = "application/json")
    OrderDetails cancelOrder(@Parameter(example = "c0000000-0000-4000-8000-000000000002") @PathVariable UUID orderId) {
        Order order = order(orderId);
        order.cancel();
        return orders.save(order).details();
    }

    private Order order(UUID id) {
        return orders.findById(id).orElseThrow(() -> new NotFound("order", id));
    }

    private BigDecimal price(OrderItem item) {
        return books.findById(item.bookId())
                .orElseThrow(() -> new NotFound("book", item.bookId()))
                .price()
                .multiply(BigDecimal.valueOf(item.quantity()));
    }
}
