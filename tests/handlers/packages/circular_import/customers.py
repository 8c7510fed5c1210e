from orders import total


def rebate(lines):
    return total(lines) // 10
