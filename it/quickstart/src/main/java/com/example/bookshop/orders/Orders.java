package com.example.bookshop.orders;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;

interface Orders extends JpaRepository<Order, UUID> {
    List<Order> findByStatusIn(List<OrderStatus> statuses, Pageable page);
}
