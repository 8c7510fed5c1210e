from customers import rebate


def total(lines):
    return sum(lines) - rebate(lines)
