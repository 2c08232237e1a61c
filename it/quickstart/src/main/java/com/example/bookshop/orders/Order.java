package com.example.bookshop.orders;

import com.example.bookshop.api.Conflict;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

@Entity
@Table(name = "customer_order")
class Order {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private UUID id;

    @Enumerated(EnumType.STRING)
    private OrderStatus status;

    private String customer;
    private String email;
    private boolean gift;
    private BigDecimal total;
    private Instant placedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "order_item", joinColumns = @JoinColumn(name = "order_id"))
    @OrderColumn(name = "position")
    private List<OrderItem> items = new ArrayList<>();

    protected Order() {}

    Order(OrderData data, BigDecimal total, Instant placedAt) {
        status = OrderStatus.NEW;
        customer = data.customer();
        email = data.email();
        gift = Boolean.TRUE.equals(data.gift());
        items.addAll(data.items());
        this.total = total;
        this.placedAt = placedAt;
    }

    void cancel() {
        if (status != OrderStatus.NEW) {
            throw new Conflict("The order is " + status + ".");
        }
        status = OrderStatus.CANCELLED;
    }

    OrderDetails details() {
        return new OrderDetails(id, status, customer, List.copyOf(items), gift, total, placedAt);
    }
}
