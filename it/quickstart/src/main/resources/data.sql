insert into author (id, name, country, born) values
  ('a0000000-0000-4000-8000-000000000001', 'Ursula K. Le Guin', 'US', 1929),
  ('a0000000-0000-4000-8000-000000000002', 'Jane Austen', 'GB', 1775),
  ('a0000000-0000-4000-8000-000000000003', 'Sappho', null, -630);

insert into book (id, title, isbn, genre, price, published_year, author_id, added_at) values
  ('b0000000-0000-4000-8000-000000000001', 'The Dispossessed', '9780061054884', 'NOVEL', 8.99, 1974, 'a0000000-0000-4000-8000-000000000001', null),
  ('b0000000-0000-4000-8000-000000000002', 'Persuasion', '9780141439686', 'NOVEL', 7.50, 1817, 'a0000000-0000-4000-8000-000000000002', '2026-03-01T09:00:00Z'),
  ('b0000000-0000-4000-8000-000000000003', 'Stung with Love', '9780140455571', 'POETRY', 11.00, 2009, 'a0000000-0000-4000-8000-000000000003', '2026-03-02T09:00:00Z');

insert into review (id, book_id, reader, rating, text) values
  ('e0000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000002', 'Anne', 4, 'Worth the wait.'),
  ('e0000000-0000-4000-8000-000000000002', 'b0000000-0000-4000-8000-000000000001', 'Odo', 5, null);

insert into customer_order (id, status, customer, email, gift, total, placed_at) values
  ('c0000000-0000-4000-8000-000000000001', 'SHIPPED', 'Frederick', 'frederick@example.com', false, 7.50, '2026-04-01T10:00:00Z'),
  ('c0000000-0000-4000-8000-000000000002', 'NEW', 'Takver', 'takver@example.com', true, 19.99, '2026-04-02T10:00:00Z');

insert into order_item (order_id, position, book_id, quantity) values
  ('c0000000-0000-4000-8000-000000000001', 0, 'b0000000-0000-4000-8000-000000000002', 1),
  ('c0000000-0000-4000-8000-000000000002', 0, 'b0000000-0000-4000-8000-000000000001', 1),
  ('c0000000-0000-4000-8000-000000000002', 1, 'b0000000-0000-4000-8000-000000000003', 1);
